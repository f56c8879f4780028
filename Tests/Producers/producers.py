"""producers.py GENERATOR COMPILE APPLICATIONS WORK [NAME...]: applications of other frameworks against generated clients.

Each application is started on loopback behind a recorder; a client is generated for its document, compiled, and every
operation is called. What was on the wire is compared with what was called and with what the client read. What is a
framework's own fault stands in faults.json, with version and reason; a row that nothing needs fails.
"""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Support")]

from calls import calls  # noqa: E402
from judge import FEATURES, Judge  # noqa: E402
from openapi import Document  # noqa: E402
from recorder import Recorder  # noqa: E402


def main(generator, compiler, applications, work, *names):
    applications, work = Path(applications).resolve(), Path(work).resolve()
    known = sorted(path.stem for path in applications.glob("*.json"))
    extras, faults = (json.loads((HERE / name).read_text()) for name in ("calls.json", "faults.json"))
    uses, table, failures = Counter(), {}, []
    for name in names or known:
        document = applications / f"{name}.json"
        folder = work / name
        reported = generated(generator, document, folder)
        driver = compiled(compiler, folder) if reported is not None else None
        if driver is None:
            failures.append(f"{name}: the client is not generated, or does not compile")
            table[name] = None
            continue
        table[name] = Counter()
        try:
            judged = list(verdicts(name, read(document, folder), driver, applications, folder, extras))
        except NotStarted as error:
            failures.append(f"{name}: {error}")
            table[name] = None
            continue
        for call, feature, problem in judged:
            found = [(part, fault_of(part, faults, name, call)) for part in parts(problem)] if problem else []
            uses.update({fault for _, fault in found if fault is not None})
            unknown = [part for part, fault in found if fault is None]
            if unknown:
                failures.append(f"{name}: {call['operation']} ({call['presence']}) {feature}: {unknown[0][:400]}")
            state = "failed" if unknown else "fault" if found else "passed"
            table[name][feature, state] += 1
        print(f"{name}: {reported} errors in the document", flush=True)
    report(table, faults, uses, failures, all(name in table for name in known))


def read(document, folder):
    """With what frameworks refer to by mistake: pydantic's own `#/$defs`."""
    path = folder / "document.json"
    path.write_text(document.read_text().replace("#/$defs/", "#/components/schemas/"))
    return Document(str(path))


def parts(problem):
    """The errors that a server lists, each by itself, so that a row for one does not excuse another."""
    status, _, text = problem.partition(" ")
    try:
        answer = json.loads(text) if status.isdigit() else None
    except ValueError:
        return [problem]
    if not isinstance(answer, dict):
        return [problem]
    listed = next((answer[key] for key in ("detail", "extra", "errors") if isinstance(answer.get(key), (list, dict))), None)
    texts = [json.dumps(item) for item in listed] if isinstance(listed, list) else list(told(listed or {}))
    return [f"{status} {text}" for text in texts] or [problem]


def told(errors, path=""):
    """Errors by their place: `{"json": {"ts": ["Not a valid datetime."]}}`"""
    for key, value in errors.items():
        place = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from told(value, place)
        else:
            yield from (f"{place}: {item}" for item in (value if isinstance(value, list) else [value]))


def fault_of(problem, faults, name, call):
    return next((index for index, fault in enumerate(faults) if is_of(fault, name, call, problem)), None)


def is_of(fault, name, call, problem):
    return (
        re.fullmatch(fault["producer"], name)
        and re.search(fault.get("operation", ""), call["operation"])
        and re.search(fault["problem"], problem)
    )


# Building.


def generated(generator, document, folder):
    """-> how many errors the document has; None where nothing is generated"""
    run = subprocess.run([generator, document, folder], capture_output=True, text=True)
    (folder if folder.is_dir() else folder.parent).mkdir(parents=True, exist_ok=True)
    (folder.parent / f"{folder.name}.report.txt").write_text(run.stderr)
    return len(re.findall(r"^\d+:\d+: error:", run.stderr, re.M)) if run.returncode == 0 else None


def compiled(compiler, folder):
    driver = folder / "driver"
    sources = [str(path) for path in [*folder.glob("*.swift"), *(HERE / "Driver").glob("*.swift")]]
    run = subprocess.run([compiler, str(driver), *sources], capture_output=True, text=True)
    if run.returncode:
        print(run.stderr[-4000:], file=sys.stderr)
    return driver if run.returncode == 0 else None


# Calling.


def verdicts(name, document, driver, applications, folder, extras):
    port = free_port()
    log = open(folder / "server.log", "w")
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    server = subprocess.Popen(
        [sys.executable, HERE / "serve.py", applications, name, str(port)], stdout=log, stderr=log, env=environment
    )
    recorder = Recorder(port)
    try:
        wait(port, server)
        judge = Judge(document)
        made = list(enumerate(calls(document, extras.get(name, {}), {**extras["names"], **extras.get(name, {}).get("names", {})})))
        with ThreadPoolExecutor(2) as pool:
            records = list(pool.map(lambda item: called(driver, recorder.port, *item), made))
        with open(folder / "records.jsonl", "w") as file:
            for (_, call), record in zip(made, records):
                file.write(json.dumps([call, record], ensure_ascii=False) + "\n")
        for (number, call), record in zip(made, records):
            for feature, problem in judge.verdicts(call, record, recorder.of_call(number)):
                yield call, feature, problem
    finally:
        recorder.shutdown()
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()


def called(driver, port, number, call):
    command = [driver, f"http://127.0.0.1:{port}", str(number), call["operation"]]
    try:
        run = subprocess.run(command, input=json.dumps(call["arguments"]), capture_output=True, text=True, timeout=60)
        return json.loads(run.stdout)
    except subprocess.TimeoutExpired:
        return {"outcome": "crashed", "message": "no answer after a minute"}
    except ValueError:
        return {"outcome": "crashed", "message": f"the process ended with {run.returncode}: {run.stderr[-300:]}"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class NotStarted(Exception):
    pass


def wait(port, server):
    for _ in range(300):
        if server.poll() is not None:
            raise NotStarted("the application does not start: see server.log")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise NotStarted("the application does not listen")


# Reporting.


def report(table, faults, uses, failures, is_whole):
    features = [feature for feature in FEATURES if any(row and total(row, feature) for row in table.values())]
    widths = [max(len(feature), 7) for feature in features]
    print("\n" + " ".join(["framework".ljust(11), *(feature.rjust(width) for feature, width in zip(features, widths))]))
    for name, row in table.items():
        cells = [cell(row, feature) if row else "-" for feature in features]
        print(" ".join([name.ljust(11), *(text.rjust(width) for text, width in zip(cells, widths))]))
    print("\nA cell: passed/all, those that are a framework's own fault aside.")
    for index, fault in enumerate(faults):
        if uses[index]:
            print(f"{uses[index]:4} {fault['version']}: {fault['reason']}")
        elif is_whole:
            failures.append(f"faults.json: nothing shows {fault['version']}: {fault['reason']}")
    print()
    for failure in failures:
        print(failure[:600])
    passed = sum(count for row in table.values() if row for (_, state), count in row.items() if state == "passed")
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


def total(row, feature):
    return sum(count for (name, _), count in row.items() if name == feature)


def cell(row, feature):
    passed, failed = row[feature, "passed"], row[feature, "failed"]
    return f"{passed}/{passed + failed}" if total(row, feature) else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
