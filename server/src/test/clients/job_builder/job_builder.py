"""What users of jenkins-job-builder do with jobs.yaml beside this file. Calls the function that is named on the command line."""

import os
import subprocess
import sys
import tempfile
import time
import unittest

import jenkins
import requests

HERE = os.path.dirname(os.path.abspath(__file__))
URL, USER, SECRET = (os.environ["JENKINS_" + name] for name in ("URL", "USER", "SECRET"))
JOBS = [team + kind for team in ("blue-", "red-") for kind in ("build", "deploy", "smoke")] + [
    "sources",
    "tools",
    "tools/matrix",
    "tools/pipeline",
]

check = unittest.TestCase()
check.maxDiff = None
server = jenkins.Jenkins(URL, USER, SECRET, timeout=60)
folder = tempfile.TemporaryDirectory()
configuration = os.path.join(folder.name, "jenkins_jobs.ini")
with open(configuration, "w", encoding="utf-8") as file:
    file.write(
        "[job_builder]\nignore_cache=True\nkeep_descriptions=False\n"
        f"[jenkins]\nuser={USER}\npassword={SECRET}\nurl={URL}\nquery_plugins_info=True\ntimeout=60\n"
    )


def builder(*words):
    """Runs the program, and gives what it printed."""
    environment = dict(os.environ, XDG_CACHE_HOME=folder.name, HOME=folder.name)
    ended = subprocess.run(
        ["jenkins-jobs", "--conf", configuration, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
        check=False,
    )
    check.assertEqual(0, ended.returncode, ended.stdout)
    return ended.stdout


def versions():
    """What changes when a job or view is configured, by path."""
    paths = ["job/" + name.replace("/", "/job/") for name in JOBS] + ["view/red", "view/everything"]
    answers = {
        path: server.jenkins_request(requests.Request("GET", f"{URL}/{path}/config.xml")) for path in paths
    }
    return {path: (answer.headers.get("ETag"), answer.content) for path, answer in answers.items()}


def names():
    return sorted(job["fullname"] for job in server.get_all_jobs())


def update():
    builder("update", HERE)
    check.assertEqual(JOBS, names())
    check.assertEqual(["all", "red", "everything"], sorted((v["name"] for v in server.get_views()), key=len))
    before = versions()
    check.assertTrue(all(tag for tag, _ in before.values()), before)
    builder("update", HERE)
    check.assertEqual(before, versions())


def what_was_made():
    build = server.get_job_info("red-build")
    check.assertTrue(build["description"].startswith("Made from a file.<!-- Managed by Jenkins Job Builder -->"))
    parameters = {
        p["name"]: p["type"] for each in build["property"] for p in each.get("parameterDefinitions", [])
    }
    check.assertEqual(
        {
            "BRANCH": "StringParameterDefinition",
            "DRY": "BooleanParameterDefinition",
            "NOTES": "TextParameterDefinition",
            "SECRET": "PasswordParameterDefinition",
            "input.txt": "FileParameterDefinition",
            "ENVIRONMENT": "ChoiceParameterDefinition",
        },
        parameters,
    )
    check.assertEqual(["red-deploy"], [job["name"] for job in build["downstreamProjects"]])
    deploy = server.get_job_info("red-deploy")
    check.assertEqual("Deploy red", deploy["displayName"])
    check.assertEqual(["red-build", "red-smoke"], [job["name"] for job in deploy["upstreamProjects"]])
    check.assertEqual("hudson.plugins.git.GitSCM", server.get_job_info("sources")["scm"]["_class"])
    check.assertEqual(
        ["red-build", "red-deploy", "red-smoke"], [job["name"] for job in server.get_jobs(view_name="red")]
    )
    check.assertIn("Jenkins Job Builder", server.get_job_config("tools"))


def builds():
    server.build_job("red-smoke")
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        last = server.get_job_info("red-deploy")["lastCompletedBuild"]
        if last:
            break
        time.sleep(0.05)
    check.assertIn(
        'Started by upstream project "red-smoke" build number 1', server.get_build_console_output("red-deploy", 1)
    )


def test_and_list():
    made = os.path.join(folder.name, "made")
    builder("test", "--config-xml", "-o", made, HERE)
    for name in JOBS:
        with open(os.path.join(made, name, "config.xml"), encoding="utf-8") as written:
            check.assertEqual(written.read(), server.get_job_config(name))
    top = [name for name in JOBS if "/" not in name]  # without a file it lists those by their short names
    check.assertEqual(top, sorted(line for line in builder("list").splitlines() if line in JOBS))
    check.assertEqual(JOBS, sorted(line for line in builder("list", "-p", HERE).splitlines() if line in JOBS))


def delete():
    server.create_job("by-hand", jenkins.EMPTY_CONFIG_XML)
    builder("delete", "-p", HERE, "blue-*")
    check.assertEqual([name for name in JOBS if not name.startswith("blue")], [n for n in names() if n != "by-hand"])
    builder("delete", "-p", HERE, "sources", "tools/matrix")
    check.assertNotIn("tools/matrix", names())
    only_red = os.path.join(folder.name, "fewer")
    os.mkdir(only_red)
    with open(os.path.join(only_red, "jobs.yaml"), "w", encoding="utf-8") as fewer:
        fewer.write("- job:\n    name: red-smoke\n")
    builder("update", "--delete-old", only_red)
    check.assertEqual(["by-hand", "red-smoke"], names())


def everything():
    update()
    what_was_made()
    builds()
    test_and_list()
    delete()


{"everything": everything}[sys.argv[1]]()
