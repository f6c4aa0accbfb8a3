"""What those who work on this project run now and then."""
