"""国土数値情報: A31a and A31b floods, A33 landslide, A40 tsunami, A49 storm surge, A51 inland flooding."""
