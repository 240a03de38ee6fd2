"""The open project as the window sees it: the session, long jobs, what panels share."""
