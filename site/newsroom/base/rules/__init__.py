"""What is asked before something is published or signed: the registry, the rules of every text, their settings."""
