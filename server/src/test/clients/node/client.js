// What users of npm's jenkins do. Calls the function of this file that is named on the command line.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import Jenkins from "jenkins";

const { JENKINS_URL, JENKINS_USER, JENKINS_SECRET, DOCUMENTS } = process.env;
const baseUrl = Object.assign(new URL(JENKINS_URL), { username: JENKINS_USER, password: JENKINS_SECRET });
const jenkins = new Jenkins({ baseUrl: baseUrl.href.replace(/\/$/, ""), crumbIssuer: true, timeout: 60_000 });

const document = (name) => readFileSync(`${DOCUMENTS}/${name}`, "utf8");
const names = (things) => things.map((thing) => thing.name);

async function eventually(ask) {
  const deadline = performance.now() + 60_000;
  let answer = await ask();
  while (!answer && performance.now() < deadline) {
    await pause(50);
    answer = await ask();
  }
  assert.ok(answer);
  return answer;
}

const started = async (item) => (await eventually(async () => (await jenkins.queue.item(item)).executable)).number;

const ended = (name, number) =>
  eventually(async () => {
    const build = await jenkins.build.get(name, number);
    return build.building ? null : build;
  });

async function streamed(name, number) {
  let text = "";
  const log = jenkins.build.logStream(name, number, { delay: 50 });
  log.on("data", (chunk) => (text += chunk));
  await new Promise((resolve, reject) => log.on("end", resolve).on("error", reject));
  return text;
}

async function mainJob() {
  await jenkins.job.create("greet", document("greet.xml"));
  const parameters = { WHO: "Zoë & Söhne", LEVEL: "high", LOUD: true };
  const item = await jenkins.job.build({ name: "greet", parameters });
  const number = await started(item);
  const console = await streamed("greet", number);
  const build = await ended("greet", number);
  assert.equal(build.result, "SUCCESS");
  assert.equal(build.queueId, item);
  const values = build.actions.flatMap((action) => action.parameters ?? []).map(({ name, value }) => [name, value]);
  assert.deepEqual(Object.fromEntries(values), parameters);
  assert.match(console, /^Started by user Administrator\r\n/);
  assert.match(console, /\r\nhello Zoë & Söhne, level high, loud true\r\n/);
  assert.match(console, /Finished: SUCCESS\r\n$/);
  assert.equal(await jenkins.build.log("greet", number), console);
  await jenkins.job.destroy("greet");
  assert.equal(await jenkins.job.exists("greet"), false);
}

async function jobs() {
  const greet = document("greet.xml");
  await jenkins.job.create("greet", greet);
  assert.equal(await jenkins.job.config("greet"), greet);
  await assert.rejects(jenkins.job.create("greet", greet), /A job already exists with the name/);
  await jenkins.job.config("greet", greet.replace("Greets", "Salutes"));
  assert.equal((await jenkins.job.get("greet")).description, "Salutes whom it is told to");
  await jenkins.job.disable("greet");
  assert.equal((await jenkins.job.get("greet")).buildable, false);
  await jenkins.job.enable("greet");
  assert.equal((await jenkins.job.get("greet")).buildable, true);
  await jenkins.job.copy("greet", "grüß");
  assert.deepEqual(names(await jenkins.job.list()), ["greet", "grüß"]);
  await jenkins.job.destroy("grüß");
  await assert.rejects(jenkins.job.get("grüß"), /not found/);
}

async function queueAndBuilds() {
  await jenkins.job.create("linger", document("linger.xml"));
  const number = await started(await jenkins.job.build("linger"));
  const item = await jenkins.job.build("linger");
  const waiting = await jenkins.queue.list();
  assert.deepEqual(waiting.map(({ id }) => id), [item]);
  assert.match(waiting[0].why, /Build #1 is already in progress/);
  // It takes 302 alone for success; Jenkins answers 204 for years, and so does this server.
  await assert.rejects(jenkins.queue.cancel(item), /failed to cancel/);
  assert.equal((await jenkins.queue.item(item)).cancelled, true);
  await jenkins.build.stop("linger", number);
  assert.equal((await ended("linger", number)).result, "ABORTED");
}

async function views() {
  await jenkins.view.create("mine", "list");
  await jenkins.view.add("mine", "greet");
  assert.deepEqual(names((await jenkins.view.get("mine")).jobs), ["greet"]);
  await jenkins.view.remove("mine", "greet");
  await jenkins.view.config("mine", document("view.xml"));
  assert.match(await jenkins.view.config("mine"), /<string>greet<\/string>/);
  assert.deepEqual(names(await jenkins.view.list()), ["all", "mine"]);
  await jenkins.view.destroy("mine");
  assert.equal(await jenkins.view.exists("mine"), false);
}

async function nodes() {
  await jenkins.node.create("agent", { nodeDescription: "a build box", labelString: "linux fast" });
  assert.equal(await jenkins.node.exists("agent"), true);
  const xml = await jenkins.node.config("agent");
  assert.match(xml, /<label>linux fast<\/label>/);
  await jenkins.node.config("agent", xml.replace("linux fast", "linux slow"));
  assert.deepEqual((await jenkins.label.get("slow")).nodes.map(({ nodeName }) => nodeName), ["agent"]);
  await jenkins.node.disable("agent", "new disk");
  await jenkins.node.disable("agent", "no disk");
  assert.equal((await jenkins.node.get("agent")).offlineCauseReason, "no disk");
  await jenkins.node.enable("agent");
  assert.equal((await jenkins.node.get("agent")).temporarilyOffline, false);
  await jenkins.node.doDisconnect("agent", "bye");
  await jenkins.node.destroy("agent");
  assert.equal(await jenkins.node.exists("agent"), false);
}

async function everythingElse() {
  assert.equal((await jenkins.info()).useSecurity, true);
  assert.ok((await jenkins.plugin.list()).some(({ shortName }) => shortName === "cloudbees-folder"));
  assert.deepEqual((await jenkins.node.list()).map(({ displayName }) => displayName), ["Built-In Node"]);
  assert.equal((await jenkins.node.get("(built-in)")).offline, false);
  assert.equal((await jenkins.label.get("built-in")).name, "built-in");
  await jobs();
  await queueAndBuilds();
  await views();
  await nodes();
}

await { mainJob, everythingElse }[process.argv[2]]();
