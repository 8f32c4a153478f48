"""Places on streets: positions snap to edges, sites are stops on edges, ways are traced between them."""
