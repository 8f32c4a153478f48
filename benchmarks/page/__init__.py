"""The first screen: Lighthouse's scores, and how soon it speaks and answers on a slow phone."""
