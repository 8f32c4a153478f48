"""Every main screen of the page in an example of each of its states: looked at by people, and by axe."""
