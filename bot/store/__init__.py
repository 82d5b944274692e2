"""What must survive a restart: the audit of actions, spent buttons, requests to owners, where to reach people."""
