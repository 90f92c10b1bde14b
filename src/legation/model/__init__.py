"""The model: formulas over quantities whose parameters are sets of claims. It never invents a number."""
