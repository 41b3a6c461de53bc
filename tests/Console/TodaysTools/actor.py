"""What today's actor does with the console: polls, acts, reports, polls again. Prints what it was told, as JSON."""
import json
import sys
import urllib.request

BASE, KEY = sys.argv[1], sys.argv[2]


def call(method, path, document=None):
    body = None if document is None else json.dumps(document).encode()
    request = urllib.request.Request(BASE + path, data=body, method=method, headers={"Content-type": "application/json", "Accept": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def act(workflow, document):
    """As the actor reads a document; what it cannot read ends its round."""
    action, parameters = document["Action"], document["Parameters"]
    if action == "special":
        return [[workflow, parameters["action"]]]
    if action == "clone":
        return [[workflow, "clone", int(parameters.get("memory", "0"))]]
    done = []
    for task, wanted in sorted(parameters.items()):
        if None in wanted.values() or "" in wanted.values():
            raise ValueError("unset values must be missing")
        if not isinstance(wanted.get("memory", "1"), str) or not wanted["sites"]:
            raise ValueError("memory is text, sites are a list with something in it")
        done.append(["/%s/%s" % (workflow, task), action, int(wanted.get("memory", "0")), wanted["sites"]])
    return done


told = call("GET", "/getaction?days=15&acted=0")
done = [one for workflow, document in sorted(told.items()) for one in act(workflow, document)]
reported = call("POST", "/reportaction", {"key": KEY, "workflows": sorted(told)})
again = call("POST", "/reportaction", {"key": KEY, "workflows": sorted(told) + ["unheard_of"]})
print(json.dumps({
    "told": told,
    "done": done,
    "reported": reported,
    "again": again,
    "after": call("GET", "/getaction", {"days": 15, "acted": 0}),
    "acted": sorted(call("GET", "/getaction?acted=1")),
}))
