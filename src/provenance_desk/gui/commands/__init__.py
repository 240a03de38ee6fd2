"""Every command of the desk in one registry: menus, keys, key sheet and palette come from it."""
