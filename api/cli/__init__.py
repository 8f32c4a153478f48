"""The command line: `nigemichi build | route | export | serve | town | demo-region`."""
