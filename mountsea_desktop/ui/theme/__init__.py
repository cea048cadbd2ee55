"""How the program looks: colours by role, drawn icons, one style for every control."""
