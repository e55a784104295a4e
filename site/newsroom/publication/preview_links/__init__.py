"""What somebody outside the newsroom sees of a draft: one release, by a link that opens nothing else."""
