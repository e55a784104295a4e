"""What hardly changes is read once and kept until it changes; what has not changed is not sent again."""
