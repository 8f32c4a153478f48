"""The web server: routes, regions' files, the page, and what guards them."""
