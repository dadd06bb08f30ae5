// Comforts for the reader; every page is complete without them.
