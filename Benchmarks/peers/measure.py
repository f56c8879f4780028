"""Measures msgspec and pydantic-core on one sample: measure.py FILE

Prints the CPU seconds of msgspec's decoding, of pydantic-core's and of msgspec's encoding; `-` where a library cannot do it.
"""

import pathlib
import sys
import time

import models


def seconds(call):
    calls, best, rounds = 1, float("inf"), 0
    while rounds < 5:
        start = time.process_time()
        for _ in range(calls):
            call()
        elapsed = time.process_time() - start
        if elapsed < 0.1 and rounds == 0:
            calls *= 2
        else:
            best = min(best, elapsed / calls)
            rounds += 1
    return best


path = pathlib.Path(sys.argv[1])
data = path.read_bytes()
decoder, adapter = models.msgspec_decoder(path.stem), models.pydantic_adapter(path.stem)
decode = encode = None
if decoder:
    value, encoder = decoder.decode(data), models.msgspec_encoder()
    decode, encode = seconds(lambda: decoder.decode(data)), seconds(lambda: encoder.encode(value))
print(decode or "-", seconds(lambda: adapter.validate_json(data)), encode or "-")
