"""The room where a person confirms what was understood: what each paragraph was taken for, and who is who."""
