"""The directory in the CMS: lists, forms, choosers and reports."""
