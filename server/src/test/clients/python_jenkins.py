"""What users of python-jenkins do. Calls the function of this file that is named on the command line."""

import os
import sys
import time
import unittest

import jenkins

check = unittest.TestCase()
server = jenkins.Jenkins(
    os.environ["JENKINS_URL"], os.environ["JENKINS_USER"], os.environ["JENKINS_SECRET"], timeout=60
)


def document(name):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding="utf-8") as file:
        return file.read()


def eventually(ask):
    deadline = time.monotonic() + 60
    answer = ask()
    while not answer and time.monotonic() < deadline:
        time.sleep(0.05)
        answer = ask()
    check.assertTrue(answer)
    return answer


def started(item):
    return eventually(lambda: server.get_queue_item(item).get("executable"))["number"]


def ended(name, number):
    eventually(lambda: not server.get_build_info(name, number)["building"])
    return server.get_build_info(name, number)


def main_job():
    server.create_job("greet", document("greet.xml"))
    item = server.build_job("greet", {"WHO": "Zoë & Söhne", "LEVEL": "high", "LOUD": True})
    number = started(item)
    build = ended("greet", number)
    check.assertEqual("SUCCESS", build["result"])
    check.assertEqual(item, build["queueId"])
    check.assertEqual(
        {"WHO": "Zoë & Söhne", "LEVEL": "high", "LOUD": True},
        {p["name"]: p["value"] for action in build["actions"] for p in action.get("parameters", [])},
    )
    console = server.get_build_console_output("greet", number)
    check.assertTrue(console.startswith("Started by user Administrator\n"), console)
    check.assertIn("\nhello Zoë & Söhne, level high, loud true\n", console)
    check.assertTrue(console.endswith("Finished: SUCCESS\n"), console)
    server.delete_job("greet")
    check.assertFalse(server.job_exists("greet"))
    check.assertEqual([], server.get_jobs())


def jobs():
    greet = document("greet.xml")
    server.create_job("greet", greet)
    check.assertEqual(greet, server.get_job_config("greet"))
    with check.assertRaisesRegex(jenkins.JenkinsException, "already exists"):
        server.create_job("greet", greet)
    server.reconfig_job("greet", greet.replace("Greets", "Salutes"))
    check.assertEqual("Salutes whom it is told to", server.get_job_info("greet")["description"])
    server.disable_job("greet")
    check.assertEqual("disabled", server.get_job_info("greet")["color"])
    server.enable_job("greet")
    check.assertTrue(server.get_job_info("greet")["buildable"])
    server.copy_job("greet", "copy of greet")
    server.rename_job("copy of greet", "grüß")
    check.assertEqual(["greet", "grüß"], [job["name"] for job in server.get_jobs()])
    check.assertEqual(2, server.jobs_count())
    check.assertEqual("grüß", server.get_job_name("grüß"))
    server.delete_job("grüß")


def queue_and_builds():
    server.create_job("linger", document("linger.xml"))
    number = started(server.build_job("linger"))
    check.assertEqual([("linger", 1)], [(run["name"], run["number"]) for run in server.get_running_builds()])
    item = server.build_job("linger")
    waiting = server.get_queue_info()
    check.assertEqual([item], [each["id"] for each in waiting])
    check.assertIn("Build #1 is already in progress", waiting[0]["why"])
    server.cancel_queue(item)
    check.assertTrue(server.get_queue_item(item)["cancelled"])
    server.stop_build("linger", number)
    check.assertEqual("ABORTED", ended("linger", number)["result"])
    check.assertTrue(server.get_build_console_output("linger", number).endswith("Finished: ABORTED\n"))
    check.assertIsNone(server.get_build_test_report("linger", number))


def views():
    server.create_view("mine", document("view.xml"))
    check.assertEqual(["all", "mine"], [view["name"] for view in server.get_views()])
    check.assertEqual(["greet"], [job["name"] for job in server.get_jobs(view_name="mine")])
    config = server.get_view_config("mine")
    server.reconfig_view("mine", config.replace("<string>greet</string>", "<string>linger</string>"))
    check.assertEqual(["linger"], [job["name"] for job in server.get_jobs(view_name="mine")])
    server.delete_view("mine")
    check.assertFalse(server.view_exists("mine"))


def nodes():
    properties = {"credentialsId": "key", "port": "22", "host": "build.example", "jvmOptions": ""}
    server.create_node("agent", 3, "a build box", "/home/ci", "linux fast", True)
    server.create_node("by ssh", launcher=jenkins.LAUNCHER_SSH, launcher_params=properties)
    server.create_node("by command", launcher=jenkins.LAUNCHER_COMMAND, launcher_params={"command": "ssh box"})
    with check.assertRaisesRegex(jenkins.JenkinsException, "already exists"):
        server.create_node("agent")
    check.assertEqual(
        ["Built-In Node", "agent", "by command", "by ssh"], [node["name"] for node in server.get_nodes()]
    )
    check.assertTrue(server.node_exists("by ssh"))
    check.assertIn("<credentialsId>key</credentialsId>", server.get_node_config("by ssh"))
    config = server.get_node_config("agent")
    check.assertIn("<mode>EXCLUSIVE</mode>", config)
    server.reconfig_node("agent", config.replace("linux fast", "linux slow").replace(">3<", ">1<"))
    info = server.get_node_info("agent", depth=1)
    check.assertEqual(["linux", "slow", "agent"], [label["name"] for label in info["assignedLabels"]])
    check.assertEqual(1, len(info["executors"]))
    server.disable_node("(built-in)", "new disk")  # it leaves alone what is offline, as agents are
    info = server.get_node_info("(built-in)")
    check.assertEqual((True, "new disk"), (info["temporarilyOffline"], info["offlineCauseReason"]))
    server.enable_node("(built-in)")
    check.assertFalse(server.get_node_info("(built-in)")["temporarilyOffline"])
    for name in ["agent", "by ssh", "by command"]:
        server.delete_node(name)
    check.assertFalse(server.node_exists("agent"))


def everything_else():
    check.assertEqual("admin", server.get_whoami()["id"])
    check.assertRegex(server.get_version(), r"^2\.\d+")
    check.assertTrue(server.wait_for_normal_op(90))
    check.assertTrue(server.get_plugins()["cloudbees-folder"]["active"])
    check.assertEqual(["Built-In Node"], [node["name"] for node in server.get_nodes()])
    check.assertFalse(server.get_node_info("(built-in)")["offline"])
    jobs()
    queue_and_builds()
    views()
    nodes()
    server.quiet_down()
    check.assertTrue(server.get_info()["quietingDown"])


{"main_job": main_job, "everything_else": everything_else}[sys.argv[1]]()
