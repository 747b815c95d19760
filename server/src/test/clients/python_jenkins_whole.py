"""Every public method of python-jenkins, each at least once; the last step names those that were forgotten."""

import inspect
import os
import time
import unittest

import jenkins
import requests

check = unittest.TestCase()
public = {
    name: method
    for name, method in inspect.getmembers(jenkins.Jenkins, inspect.isfunction)
    if not name.startswith("_")
}
called = set()


def recorded(name, method):
    def call(*arguments, **options):
        called.add(name)
        return method(*arguments, **options)

    return call


for each, function in public.items():
    setattr(jenkins.Jenkins, each, recorded(each, function))

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


def fails(text="", kind=jenkins.JenkinsException):
    return check.assertRaisesRegex(kind, text)


def the_server():
    check.assertEqual("admin", server.get_whoami()["id"])
    check.assertRegex(server.get_version(), r"^2\.\d+")
    check.assertTrue(server.wait_for_normal_op(90))
    check.assertEqual("NORMAL", server.get_info()["mode"])
    check.assertEqual([], server.get_info(query="?tree=jobs[name]")["jobs"])
    plugins = server.get_plugins()
    check.assertEqual(len(server.get_plugins_info()) > 0, len(plugins) > 0)
    check.assertIsNone(server.get_plugin_info("no such plugin"))
    with fails("501", requests.HTTPError):
        server.run_script("println(1)")
    with fails("", requests.HTTPError):
        server.install_plugin("no such plugin")


def folders_and_jobs():
    server.create_job("team", jenkins.EMPTY_FOLDER_XML)
    server.create_job("team/greet", document("greet.xml"))
    check.assertTrue(server.is_folder("team"))
    check.assertFalse(server.is_folder("team/greet"))
    server.assert_folder("team")
    with fails("is not a folder"):
        server.assert_folder("team/greet")
    check.assertTrue(server.job_exists("team/greet"))
    server.assert_job_exists("team/greet")
    with fails("does not exist"):
        server.assert_job_exists("team/nothing")
    check.assertEqual("greet", server.get_job_name("team/greet"))
    check.assertIsNone(server.get_job_name("nothing"))
    with fails("already exists"):
        server.create_job("team/greet", document("greet.xml"))
    server.copy_job("team/greet", "team/copy")
    server.rename_job("team/copy", "team/salute")
    server.reconfig_job("team/salute", server.get_job_config("team/salute").replace("Greets", "Salutes"))
    check.assertEqual("Salutes whom it is told to", server.get_job_info("team/salute")["description"])
    server.disable_job("team/salute")
    check.assertEqual("disabled", server.get_job_info("team/salute")["color"])
    server.enable_job("team/salute")
    server.debug_job_info("team/salute")
    check.assertEqual(["team"], [j["name"] for j in server.get_job_info_regex("^te", depth=1)])
    check.assertEqual(
        ["team", "team/greet", "team/salute"], [j["fullname"] for j in server.get_all_jobs()]
    )
    check.assertEqual(["team"], [j["fullname"] for j in server.get_jobs()])
    check.assertEqual(3, len(server.get_jobs(folder_depth=1)))
    check.assertEqual(3, server.jobs_count())
    server.delete_job("team/salute")


def builds():
    name = "team/greet"
    check.assertTrue(server.build_job_url(name, {"WHO": "me"}).endswith("/job/team/job/greet/buildWithParameters?WHO=me"))
    item = server.build_job(name, {"WHO": "Zoë & Söhne", "LEVEL": "high"})
    number = eventually(lambda: server.get_queue_item(item).get("executable"))["number"]
    eventually(lambda: not server.get_build_info(name, number)["building"])
    check.assertEqual("SUCCESS", server.get_build_info(name, number, depth=1)["result"])
    check.assertIn("hello Zoë & Söhne", server.get_build_console_output(name, number))
    check.assertIsNone(server.get_build_env_vars(name, number))
    check.assertIsNone(server.get_build_test_report(name, number))
    check.assertEqual(1, len(server.get_job_info(name, fetch_all_builds=True)["builds"]))
    with fails("does not exist"):
        server.get_build_info(name, 99)
    with fails():
        server.set_next_build_number(name, 7)
    for ask in (lambda: server.delete_build(name, number), lambda: server.wipeout_job_workspace(name)):
        with check.assertRaises(TypeError):  # it means to send no body, and so has no headers to put its crumb into
            ask()
    server.create_job("linger", document("linger.xml"))
    first = server.build_job("linger")
    number = eventually(lambda: server.get_queue_item(first).get("executable"))["number"]
    check.assertEqual([("linger", number)], [(b["name"], b["number"]) for b in server.get_running_builds()])
    second = server.build_job("linger")
    check.assertEqual([second], [each["id"] for each in server.get_queue_info()])
    server.cancel_queue(second)
    check.assertTrue(server.get_queue_item(second)["cancelled"])
    server.stop_build("linger", number)
    eventually(lambda: server.get_build_info("linger", number)["result"] == "ABORTED")


def views():
    server.create_view("mine", document("view.xml"))
    check.assertTrue(server.view_exists("mine"))
    server.assert_view_exists("mine")
    with fails("does not exist"):
        server.assert_view_exists("nothing")
    check.assertEqual("mine", server.get_view_name("mine"))
    check.assertEqual(["all", "mine"], [view["name"] for view in server.get_views()])
    config = server.get_view_config("mine")
    server.reconfig_view("mine", config.replace("<string>greet</string>", "<string>linger</string>"))
    check.assertEqual(["linger"], [job["name"] for job in server.get_jobs(view_name="mine")])
    server.delete_view("mine")
    server.create_view("team/inside", jenkins.EMPTY_VIEW_CONFIG_XML)
    check.assertTrue(server.view_exists("team/inside"))
    server.delete_view("team/inside")


def nodes():
    server.create_node("agent", numExecutors=3, labels="linux gpu", launcher=jenkins.LAUNCHER_JNLP)
    check.assertTrue(server.node_exists("agent"))
    server.assert_node_exists("agent")
    with fails("does not exist"):
        server.assert_node_exists("nothing")
    check.assertEqual(["Built-In Node", "agent"], [node["name"] for node in server.get_nodes(depth=1)])
    server.disable_node("(built-in)", "being mended")
    check.assertEqual("being mended", server.get_node_info("(built-in)")["offlineCauseReason"])
    server.enable_node("(built-in)")
    check.assertFalse(server.get_node_info("(built-in)")["offline"])
    config = server.get_node_config("agent")
    server.reconfig_node("agent", config.replace("<numExecutors>3<", "<numExecutors>4<"))
    check.assertEqual(4, server.get_node_info("agent")["numExecutors"])
    with fails("", (requests.HTTPError, jenkins.JenkinsException)):
        server.run_script("println(1)", node="agent")
    server.delete_node("agent")
    check.assertFalse(server.node_exists("agent"))


def credentials():
    xml = """<com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl><scope>GLOBAL</scope>
      <id>deploy</id><description>For deploying</description><username>ann</username><password>hidden</password>
    </com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>"""
    server.create_credential("team", xml)
    check.assertTrue(server.credential_exists("deploy", "team"))
    server.assert_credential_exists("deploy", "team")
    with fails("does not exist"):
        server.assert_credential_exists("nothing", "team")
    check.assertEqual("deploy", server.get_credential_info("deploy", "team")["id"])
    check.assertEqual(["deploy"], [each["id"] for each in server.list_credentials("team")])
    config = server.get_credential_config("deploy", "team")
    check.assertNotIn("hidden", config)
    with fails("400", requests.HTTPError):
        server.reconfig_credential("team", xml.replace("ann", "bob"))  # it sends no document
    check.assertIn("<username>ann</username>", server.get_credential_config("deploy", "team"))
    server.delete_credential("deploy", "team")
    check.assertFalse(server.credential_exists("deploy", "team"))


def promotions():
    """Of a plugin that this server has not: each says that there is none."""
    job = "team/greet"
    for ask in (server.get_promotions, server.get_promotions_info):
        with fails():
            ask(job)
    check.assertIsNone(server.get_promotion_name("gold", job))
    check.assertFalse(server.promotion_exists("gold", job))
    config = "<hudson.plugins.promoted__builds.PromotionProcess/>"
    for ask in (
        lambda: server.assert_promotion_exists("gold", job),
        lambda: server.create_promotion("gold", job, config),
        lambda: server.reconfig_promotion("gold", job, config),
        lambda: server.get_promotion_config("gold", job),
        lambda: server.delete_promotion("gold", job),
    ):
        with fails():
            ask()


def everything():
    the_server()
    folders_and_jobs()
    builds()
    views()
    nodes()
    credentials()
    promotions()
    request = requests.Request("GET", server.server + "api/json")
    server.maybe_add_crumb(request)
    check.assertIn("hudson.model.Hudson", server.jenkins_open(request))
    check.assertEqual(200, server.jenkins_request(request).status_code)
    server.delete_job("team")
    server.quiet_down()
    check.assertTrue(server.get_info()["quietingDown"])
    check.assertEqual(set(), set(public) - called)


everything()
