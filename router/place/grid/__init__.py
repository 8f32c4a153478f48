"""The packed grid over street segments (compiled code of `router.place.snap`)."""
