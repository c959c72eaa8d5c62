"""Packs in the styles of published ones run unchanged, on both engines with the same results.

The styles are those that the packs' own documentation shows; the policies are written for these tests.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Check = Callable[..., list[tuple[str, str, str, str]]]


# https://github.com/redhat-cop/rego-policies: one folder per policy and a package per folder in Rego v0, comments that
# start with @title, a library that takes a resource out of an admission review, results with the policy's id.

RESOURCE_LIBRARY = """package lib.resource.core

default in_review = false

in_review {
  has(input, "review")
  has(input.review, "object")
}

object = input.review.object {
  in_review
}

object = input {
  not in_review
}

kind = object.kind

name = object.metadata.name

with_id(text, id) = {"msg": sprintf("%s: %s", [id, text]), "details": {"policyID": id}}

has(thing, key) {
  not object_get(thing, key) == "nothing at all"
}

object_get(thing, key) = value {
  value := thing[key]
} else = "nothing at all" {
  true
}

matches(pattern) {
  re_match(pattern, name)
}
"""
CONTAINERS_LIBRARY = """package lib.workloads

import data.lib.resource.core as core

is_workload {
  lower(core.kind) == ["deployment", "statefulset", "daemonset"][_]
}

pod = core.object.spec.template.spec {
  is_workload
}

pod = core.object.spec {
  lower(core.kind) == "pod"
}

containers[container] {
  keys := {"containers", "initContainers"}
  list := [value | keys[key]; value := pod[key]]
  container := list[_][_]
}
"""
IMAGE_LATEST = """# @title ACME-BP-00007: Container image has a version
#
# A moving tag makes it impossible to say what runs.
#
# @kinds apps/Deployment apps/StatefulSet core/Pod
package acme.bestpractices.container_image_latest

import data.lib.resource.core as core
import data.lib.workloads

violation[msg] {
  container := workloads.containers[_]

  endswith(container.image, ":latest")

  said := [core.kind, core.name, container.name, container.image]
  msg := core.with_id(sprintf("%s/%s: container '%s' uses '%s'.", said), "ACME-BP-00007")
}
"""
KNOWN_REGISTRIES = """package acme.bestpractices.container_image_unknown_registry

import data.lib.resource.core as core
import data.lib.workloads

violation[msg] {
  workloads.is_workload

  container := workloads.containers[_]
  known := ["registry.example.eu/", "quay.example.eu/"]

  not from_known(container.image, known)

  msg := core.with_id(sprintf("'%s' comes from somewhere else.", [container.image]), "ACME-BP-00008")
}

from_known(image, known) {
  registry := known[_]
  startswith(image, registry)
}
"""
BY_FOLDERS = {
    "policy/lib/resource/core.rego": RESOURCE_LIBRARY,
    "policy/lib/workloads.rego": CONTAINERS_LIBRARY,
    "policy/acme/bestpractices/container-image-latest/src.rego": IMAGE_LATEST,
    "policy/acme/bestpractices/container-image-unknown-registry/src.rego": KNOWN_REGISTRIES,
}
DEPLOYMENT = """apiVersion: apps/v1
kind: Deployment
metadata: {name: server, labels: {team: serving}}
spec:
  template:
    spec:
      containers:
      - {name: api, image: "registry.example.eu/api:latest"}
      initContainers:
      - {name: weights, image: "docker.io/fetch:1.2"}
"""


def test_a_package_per_policy_over_libraries(check: Check) -> None:
    review = {"review": {"object": {"kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "c"}]}}}}
    review["review"]["object"]["spec"]["containers"][0]["image"] = "quay.example.eu/x:latest"
    latest, unknown = (
        f"acme.bestpractices.container_image_{name}.violation" for name in ("latest", "unknown_registry")
    )
    assert check(BY_FOLDERS, {"deploy.yaml": DEPLOYMENT, "review.json": json.dumps(review)}) == [
        (
            "deploy.yaml",
            "error",
            latest,
            "ACME-BP-00007: Deployment/server: container 'api' uses 'registry.example.eu/api:latest'.",
        ),
        ("deploy.yaml", "error", unknown, "ACME-BP-00008: 'docker.io/fetch:1.2' comes from somewhere else."),
        ("review.json", "error", latest, "ACME-BP-00007: Pod/p: container 'c' uses 'quay.example.eu/x:latest'."),
    ]


# The same project's policies over several manifests at once, for conftest's --combine.

HAS_POLICY = """package combine.namespace_has_network_policy

import data.lib.resource.core as core

violation[msg] {
  manifests := [entry.contents | entry := input[_]]
  namespace := manifests[_]
  lower(namespace.apiVersion) == "v1"
  lower(namespace.kind) == "namespace"

  not protected(manifests, namespace.metadata.name)

  msg := core.with_id(sprintf("%s/%s has no NetworkPolicy.", [namespace.kind, namespace.metadata.name]), "ACME-C-1")
}

protected(manifests, name) {
  current := manifests[_]
  lower(current.apiVersion) == "networking.k8s.io/v1"
  lower(current.kind) == "networkpolicy"
  current.metadata.namespace == name
}
"""


def test_manifests_that_belong_together(check: Check) -> None:
    pack = {"policy/lib/core.rego": RESOURCE_LIBRARY, "policy/combine/src.rego": HAS_POLICY}
    files = {
        "all.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: one}\n---\n"
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: two}\n",
        "network.yaml": "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: n, namespace: one}\n",
    }
    rule = "combine.namespace_has_network_policy.violation"
    assert check(pack, files, input="combined") == [
        ("", "error", rule, "ACME-C-1: Namespace/two has no NetworkPolicy.")
    ]


# https://github.com/swade1987/deprek8ion: one file per version of a platform, all in the package main, where a rule
# takes lists apart by evaluating a private rule with each of their elements as input.

DEPRECATED = """package main

{word}[msg] {{
  input.apiVersion == "v1"
  input.kind == "List"
  obj := input.items[_]
  msg := _{word} with input as obj
}}

{word}[msg] {{
  input.apiVersion != "v1"
  input.kind != "List"
  msg := _{word}
}}

# Ingress left the group extensions.
_{word} = msg {{
  input.kind == "{kind}"
  apis := ["{api}"]
  input.apiVersion == apis[_]
  said := [input.kind, input.metadata.name, input.apiVersion, "{version}"]
  msg := sprintf("%s/%s: %s is not served any more from %s on.", said)
}}
"""


def test_private_rules_over_parts_of_the_input(check: Check) -> None:
    pack = {
        "policies/1.22.rego": DEPRECATED.format(word="deny", kind="Ingress", api="extensions/v1beta1", version="1.22"),
        "policies/1.25.rego": DEPRECATED.format(word="warn", kind="CronJob", api="batch/v1beta1", version="1.25"),
    }
    jobs = [{"apiVersion": "batch/v1beta1", "kind": "CronJob", "metadata": {"name": name}} for name in ("a", "b")]
    files = {
        "ingress.yaml": "apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: web}\n",
        "list.json": json.dumps({"apiVersion": "v1", "kind": "List", "items": jobs}),
        "new.yaml": "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: web}\n",
    }
    assert check(pack, files) == [
        (
            "ingress.yaml",
            "error",
            "main.deny",
            "Ingress/web: extensions/v1beta1 is not served any more from 1.22 on.",
        ),
        ("list.json", "warning", "main.warn", "CronJob/a: batch/v1beta1 is not served any more from 1.25 on."),
        ("list.json", "warning", "main.warn", "CronJob/b: batch/v1beta1 is not served any more from 1.25 on."),
    ]


# https://www.conftest.dev and its examples for Kubernetes: several modules of main, values of the input as rules, a
# library as a package beside it, data and exclusions with reasons, a schema of labels, suffixes and an exception.

CONFTEST = {
    "policy/base.rego": """package main

import data.kubernetes

name := input.metadata.name

labels := object.get(input.metadata, "labels", {})

required contains label if {
	some label in {"team", "contact"}
	not labels[label]
}

deny_run_as_root contains msg if {
	kubernetes.is_deployment
	not input.spec.template.spec.securityContext.runAsNonRoot
	msg := sprintf("Containers of %s must not run as root", [name])
}

deny contains msg if {
	kubernetes.is_deployment
	count(required) > 0
	not excluded("labels", name)
	msg := sprintf("%s must have the labels %s", [name, concat(", ", sort(required))])
}

exception contains rules if {
	startswith(input.metadata.name, "legacy-")
	rules := ["run_as_root"]
}
""",
    "policy/kubernetes.rego": """package kubernetes

is_service if input.kind == "Service"

is_deployment if input.kind == "Deployment"
""",
    "policy/ports.rego": """package main

import data.services

warn_ports contains {"msg": msg, "port": port} if {
	input.kind == "Service"
	some entry in input.spec.ports
	port := entry.port
	port in services.ports
	msg := sprintf("Port %d is kept for the platform", [port])
}
""",
    "policy/exclusions.rego": """package main

import data.exclusions

excluded(rule, workload) if regex.match(`\\w`, exclusions[rule][workload])
""",
    "policy/base_test.rego": """package main

test_no_name if {
	count(deny) == 0 with input as {"kind": "Secret", "metadata": {"name": "x"}}
}
""",
    "data.yaml": """services:
  ports: [22, 21]
exclusions:
  labels: {hello: "It is a demonstration."}
""",
}


def test_the_documented_examples(check: Check) -> None:
    workload = "kind: Deployment\nmetadata: {name: NAME, labels: {team: a}}\nspec: {template: {spec: {}}}\n"
    files = {
        "hello.yaml": workload.replace("NAME", "hello"),
        "legacy.yaml": workload.replace("NAME", "legacy-one"),
        "service.yaml": "kind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 22}, {port: 443}]}\n",
    }
    assert check(CONFTEST, files) == [
        ("hello.yaml", "error", "main.deny_run_as_root", "Containers of hello must not run as root"),
        ("legacy.yaml", "error", "main.deny", "legacy-one must have the labels contact"),
        ("service.yaml", "warning", "main.warn_ports", "Port 22 is kept for the platform"),
    ]


# https://open-policy-agent.github.io/gatekeeper: parameters and a review; and the checks of
# https://github.com/aquasecurity/trivy-checks: METADATA on the package, results made by a library function.

CHECKS = {
    "checks/labels.rego": """package k8srequiredlabels

violation[{"msg": msg, "details": {"missing_labels": missing}}] {
  provided := {label | input.review.object.metadata.labels[label]}
  required := {label | label := input.parameters.labels[_]}
  missing := required - provided
  count(missing) > 0
  msg := sprintf("you must provide labels: %v", [missing])
}
""",
    "checks/limits.rego": """# METADATA
# title: CPU is limited
# description: One container could starve the others.
# scope: package
# related_resources:
# - https://example.com/limits
# custom:
#   id: ACME-K-11
#   avd_id: AVD-ACME-0011
#   severity: LOW
#   short_code: limit-cpu
#   recommended_action: Set a limit.
#   input:
#     selector:
#     - type: kubernetes
package builtin.kubernetes.KSV011

import rego.v1

import data.lib.kubernetes
import data.lib.result

default failLimitsCPU := false

unlimited contains container.name if {
	some container in kubernetes.containers
	not container.resources.limits.cpu
}

deny contains res if {
	some name in unlimited
	res := result.new(sprintf("Container '%s' of %s has no limit for CPU", [name, kubernetes.name]), {"name": name})
}
""",
    "lib/kubernetes.rego": """package lib.kubernetes

import rego.v1

default name := ""

name := input.metadata.name

containers contains container if some container in input.spec.containers
""",
    "lib/result.rego": """package lib.result

import rego.v1

new(msg, cause) := {
	"msg": msg,
	"startline": object.get(cause, "startline", 0),
	"filepath": object.get(cause, "filepath", ""),
}
""",
}


def test_checks_with_parameters_and_results_of_a_library(check: Check) -> None:
    review = {
        "parameters": {"labels": ["team", "owner"]},
        "review": {"object": {"metadata": {"labels": {"team": "a"}}}},
    }
    pod = {"kind": "Pod", "metadata": {"name": "p"}, "spec": {"containers": [{"name": "c"}]}}
    assert check(CHECKS, {"review.json": json.dumps(review), "pod.json": json.dumps(pod)}) == [
        ("pod.json", "error", "ACME-K-11", "Container 'c' of p has no limit for CPU"),
        ("review.json", "error", "k8srequiredlabels.violation", 'you must provide labels: {"owner"}'),
    ]
