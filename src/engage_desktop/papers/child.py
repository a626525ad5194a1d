"""The child process that looks into one untrusted file and answers with pixels. It is started anew for every file.

It reads the file from standard input and writes its answer to standard output: one line of JSON, then the pieces it
names the sizes of. Before it looks, it gives up what it does not need: memory, time, files, children.
"""

from __future__ import annotations

import contextlib
import json
import sys

MEMORY = 1536 << 20
SECONDS = 40
STANDARD_STREAMS = 3
EXIT_REFUSED = 3


def give_up_what_is_not_needed() -> None:
    """Limit this process where the system can: nothing more is opened or started, little memory, little time.

    Without a free descriptor there is no file to read and no line to the network; what is open stays so.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (STANDARD_STREAMS, STANDARD_STREAMS))
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(words: list[str]) -> int:
    """Answer one question about the file on standard input: `picture`, `pdf`, or `page` with its number."""
    from engage_desktop.papers import decoding
    from engage_desktop.papers.sniff import Refusal, Why

    data = sys.stdin.buffer.read()
    decoding.get_ready(pages=words[:1] != ["picture"])
    give_up_what_is_not_needed()
    try:
        if words[:1] == ["picture"]:
            about, pieces = decoding.picture(data)
        elif words[:1] == ["pdf"]:
            about, pieces = decoding.pdf(data)
        else:
            about, pieces = decoding.page(data, int(words[1]))
    except Refusal as refusal:
        about, pieces = {"refused": str(refusal.why)}, []
    except MemoryError:
        about, pieces = {"refused": str(Why.BUSY)}, []
    answer = json.dumps({**about, "sizes": [len(piece) for piece in pieces]})
    sys.stdout.buffer.write(answer.encode() + b"\n")
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
    return EXIT_REFUSED if "refused" in about else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
