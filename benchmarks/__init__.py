"""Measurements that are run by hand: `python -m benchmarks NAME`, one module or folder a measurement."""
