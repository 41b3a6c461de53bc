"""Seconds that PyTorch needs for an epoch of the 4 x 50 network: the yardstick of Learning.Networks.

Usage: epoch.py ROWS COLUMNS BATCH EPOCHS THREADS
Prints one line of JSON. Ends with 3 when PyTorch is not installed (Debian and Ubuntu: python3-torch).

Meant to be fair to PyTorch: the rows lie in memory as one dense tensor, batches are cut by a shuffled index without a
DataLoader, nothing is read back within an epoch, and one warm-up epoch is not counted.
"""

import json
import random
import statistics
import sys
import time

try:
    import torch
except ImportError:
    print("epoch.py: PyTorch is not installed (package python3-torch)", file=sys.stderr)
    sys.exit(3)

FILLED = 6  # columns of a row that are not zero: the mean over recorded actions


def sample(rows, columns):
    draw = random.Random(1)
    inputs = torch.zeros(rows, columns)
    for row in range(rows):
        for column in draw.sample(range(columns), min(FILLED, columns)):
            inputs[row, column] = draw.randint(1, 50) / 10
    classes = (inputs[:, 0] + inputs[:, 1] > inputs[:, 2]).float().unsqueeze(1)
    return inputs, classes


def network(columns):
    layers, width = [], columns
    for _ in range(4):
        layers += [torch.nn.Linear(width, 50), torch.nn.ReLU()]
        width = 50
    return torch.nn.Sequential(*layers, torch.nn.Linear(width, 1))


def epoch(model, optimizer, inputs, classes, batch):
    loss_of = torch.nn.BCEWithLogitsLoss()
    order = torch.randperm(len(inputs))
    start = time.perf_counter()
    for at in range(0, len(inputs), batch):
        rows = order[at:at + batch]
        optimizer.zero_grad(set_to_none=True)
        loss_of(model(inputs[rows]), classes[rows]).backward()
        optimizer.step()
    return time.perf_counter() - start


def blas():
    """The matrix library in use: Debian's reference one is several times slower than OpenBLAS."""
    with open("/proc/self/maps") as maps:
        return sorted({line.split("/")[-1].strip() for line in maps if "blas" in line.split("/")[-1]})


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    rows, columns, batch, epochs, threads = map(int, sys.argv[1:])
    torch.manual_seed(1)
    torch.set_num_threads(threads)
    inputs, classes = sample(rows, columns)
    model = network(columns)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    seconds = [epoch(model, optimizer, inputs, classes, batch) for _ in range(epochs + 1)][1:]
    print(json.dumps({"secondsPerEpoch": statistics.median(seconds), "threads": threads, "torch": torch.__version__, "blas": blas()}))


if __name__ == "__main__":
    main()
