#!/usr/bin/env python3
"""Reports one workflow in assistance and prints the recommendation for it.

usage: publish_and_receive.py [amqp-uri]

Without an address it takes that of the instance that "./wr up" started (.wr/endpoints.json).
Needs pika (Debian: python3-pika).
"""
import datetime
import json
import os
import pathlib
import sys
import time
import uuid

try:
    import pika
except ModuleNotFoundError:
    sys.exit("This needs pika: install python3-pika (Debian), or pika with pip.")

INTAKE = "workflow-recovery.intake"
RECOMMENDATIONS = "workflow-recovery.recommendations"
PATIENCE_SECONDS = 60


def address():
    if len(sys.argv) > 1:
        return sys.argv[1]
    home = os.environ.get("WR_HOME") or pathlib.Path(__file__).resolve().parents[2] / ".wr"
    try:
        return json.loads((pathlib.Path(home) / "endpoints.json").read_text())["amqp"]
    except FileNotFoundError:
        sys.exit(f"No instance runs in {home}: start one with ./wr up, or give the broker's address (amqp://...).")


def assistance_requested(workflow):
    now = datetime.datetime.now(datetime.timezone.utc).isoformat()
    return {
        "workflow": workflow,
        "task": f"/{workflow}/Production",
        "reportedAt": now,
        "observedAt": now,
        "status": "assistance-manual",
        "campaign": "RunIIFall17DRPremix",
        "totalJobs": 1500,
        "memoryMb": 2000,
        "cores": 1,
        "sites": ["T2_CH_CERN", "T1_US_FNAL", "T2_DE_DESY"],
        "errors": [
            {"code": 50660, "site": "T1_US_FNAL", "count": 120, "readiness": "green"},
            {"code": 8021, "site": "T2_CH_CERN", "count": 7, "readiness": "green"},
        ],
    }


def properties(message_type):
    trace, span = uuid.uuid4().hex, uuid.uuid4().hex[:16]
    return pika.BasicProperties(
        content_type="application/json",
        delivery_mode=2,
        message_id=str(uuid.uuid4()),
        type=message_type,
        timestamp=int(time.time()),
        headers={"traceparent": f"00-{trace}-{span}-01"},
    )


def main():
    workflow = f"pdmvserv_task_example_{uuid.uuid4().hex[:8]}"
    with pika.BlockingConnection(pika.URLParameters(address())) as connection:
        channel = connection.channel()
        channel.confirm_delivery()
        # A queue of our own, bound before anything is published. An executor gives it a name and makes it durable.
        queue = channel.queue_declare("", exclusive=True).method.queue
        channel.queue_bind(queue, RECOMMENDATIONS, "recommendation.#")
        channel.basic_publish(
            INTAKE, "workflow.assistance", json.dumps(assistance_requested(workflow)), properties("WorkflowAssistanceRequested"))

        seen = set()
        deadline = time.monotonic() + PATIENCE_SECONDS
        for method, received, body in channel.consume(queue, inactivity_timeout=1):
            if method is None:
                if time.monotonic() > deadline:
                    sys.exit(f"No recommendation for {workflow} within {PATIENCE_SECONDS} s.")
                continue
            channel.basic_ack(method.delivery_tag)
            if received.message_id in seen:
                continue  # Delivered again after a crash: the same message, byte for byte.
            seen.add(received.message_id)
            recommendation = json.loads(body)
            if recommendation["workflow"] == workflow:
                print(method.routing_key)
                print(json.dumps(recommendation, indent=2))
                return


if __name__ == "__main__":
    main()
