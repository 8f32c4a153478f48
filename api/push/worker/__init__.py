"""Who sends: any number of processes on any number of hosts, members of one consumer group."""
