// Every method of npm's jenkins, each at least once; the last step names those that were forgotten.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import Jenkins from "jenkins";

const { JENKINS_URL, JENKINS_USER, JENKINS_SECRET, DOCUMENTS } = process.env;
const baseUrl = Object.assign(new URL(JENKINS_URL), { username: JENKINS_USER, password: JENKINS_SECRET });
const jenkins = new Jenkins({ baseUrl: baseUrl.href.replace(/\/$/, ""), crumbIssuer: true, timeout: 60_000 });

const groups = ["build", "credentials", "job", "label", "node", "plugin", "queue", "view"];
const called = new Set();
const known = groups.flatMap((group) => {
  const prototype = Object.getPrototypeOf(jenkins[group]);
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== "constructor")
    .map((name) => {
      const method = prototype[name];
      prototype[name] = function (...args) {
        called.add(`${group}.${name}`);
        return method.apply(this, args);
      };
      return `${group}.${name}`;
    });
});

const document = (name) => readFileSync(`${DOCUMENTS}/${name}`, "utf8");
const names = (things) => things.map(({ name }) => name);

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

async function server() {
  assert.equal((await jenkins.info()).useSecurity, true);
  assert.ok(Array.isArray(await jenkins.plugin.list()));
  assert.equal((await jenkins.label.get("built-in")).name, "built-in");
}

async function jobs() {
  await jenkins.job.create("team", document("folder.xml"));
  await jenkins.job.create("team/greet", document("greet.xml"));
  assert.equal(await jenkins.job.exists("team/greet"), true);
  assert.equal(await jenkins.job.exists("team/nothing"), false);
  assert.equal(await jenkins.job.config("team/greet"), document("greet.xml"));
  await jenkins.job.config("team/greet", document("greet.xml").replace("Greets", "Salutes"));
  assert.equal((await jenkins.job.get("team/greet")).description, "Salutes whom it is told to");
  await jenkins.job.disable("team/greet");
  await jenkins.job.enable("team/greet");
  assert.equal((await jenkins.job.get("team/greet")).buildable, true);
  await jenkins.job.copy("greet", "team/copy");
  assert.deepEqual(names(await jenkins.job.list("team")), ["copy", "greet"]);
  await jenkins.job.destroy("team/copy");
  await jenkins.job.create("team/gone", document("greet.xml"));
  await jenkins.job.delete("team/gone");
  await assert.rejects(jenkins.job.get("team/gone"), /not found/);
}

async function builds() {
  const item = await jenkins.job.build({ name: "team/greet", parameters: { WHO: "you" } });
  const number = await started(item);
  let text = "";
  const log = jenkins.build.logStream("team/greet", number, { delay: 50 });
  log.on("data", (chunk) => (text += chunk));
  await new Promise((resolve, reject) => log.on("end", resolve).on("error", reject));
  assert.match(text, /hello you/);
  assert.equal(await jenkins.build.log("team/greet", number), text);
  assert.equal((await eventually(() => jenkins.build.get("team/greet", number))).queueId, item);
  await jenkins.job.create("linger", document("linger.xml"));
  const first = await started(await jenkins.job.build("linger"));
  const second = await jenkins.job.build("linger");
  assert.deepEqual((await jenkins.queue.list()).map(({ id }) => id), [second]);
  await jenkins.queue.cancel(second).catch((error) => assert.match(error.message, /failed to cancel/));
  assert.equal((await jenkins.queue.item(second)).cancelled, true);
  await jenkins.build.stop("linger", first);
  const third = await started(await jenkins.job.build("linger"));
  // It is for pipelines, and takes 2xx alone for success; Jenkins answers 302, and so does this server.
  await assert.rejects(jenkins.build.term("linger", third));
  await jenkins.build.stop("linger", third);
  await eventually(async () => (await jenkins.build.get("linger", third)).result === "ABORTED");
}

async function views() {
  await jenkins.view.create("mine", "list");
  assert.equal(await jenkins.view.exists("mine"), true);
  await jenkins.view.add("mine", "linger");
  assert.deepEqual(names((await jenkins.view.get("mine")).jobs), ["linger"]);
  await jenkins.view.remove("mine", "linger");
  await jenkins.view.config("mine", document("view.xml"));
  assert.match(await jenkins.view.config("mine"), /<string>greet<\/string>/);
  assert.deepEqual(names(await jenkins.view.list()), ["all", "mine"]);
  await jenkins.view.destroy("mine");
  await jenkins.view.create("team/inside", "list");
  assert.equal(await jenkins.view.exists("team/inside"), true);
  await jenkins.view.delete("team/inside");
}

async function nodes() {
  await jenkins.node.create("agent");
  assert.equal(await jenkins.node.exists("agent"), true);
  assert.deepEqual((await jenkins.node.list()).map(({ displayName }) => displayName), ["Built-In Node", "agent"]);
  await jenkins.node.disable("agent", "being mended");
  await jenkins.node.disable("agent", "still being mended");
  assert.equal((await jenkins.node.get("agent")).offlineCauseReason, "still being mended");
  await jenkins.node.enable("agent");
  await jenkins.node.disconnect("agent", "away");
  await jenkins.node.doDisconnect("agent", "away");
  assert.match(await jenkins.node.config("agent"), /<name>agent<\/name>/);
  await jenkins.node.destroy("agent");
  await jenkins.node.create("other");
  await jenkins.node.delete("other");
  assert.equal(await jenkins.node.exists("other"), false);
}

async function credentials() {
  const xml = (user) => `<com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>
    <scope>GLOBAL</scope><id>deploy</id><description/><username>${user}</username><password>hidden</password>
    </com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>`;
  for (const [folder, store] of [["team", "folder"], ["manage", "system"]]) {
    await jenkins.credentials.create(folder, store, "_", xml("ann"));
    assert.equal(await jenkins.credentials.exists("deploy", folder, store, "_"), true);
    assert.match(await jenkins.credentials.config("deploy", folder, store, "_"), /<username>ann<\/username>/);
    await jenkins.credentials.config("deploy", folder, store, "_", xml("bob"));
    assert.match(await jenkins.credentials.config("deploy", folder, store, "_"), /<username>bob<\/username>/);
    assert.deepEqual((await jenkins.credentials.list(folder, store, "_")).map(({ id }) => id), ["deploy"]);
    await jenkins.credentials.destroy("deploy", folder, store, "_");
    assert.equal(await jenkins.credentials.exists("deploy", folder, store, "_"), false);
  }
}

await server();
await jobs();
await builds();
await views();
await nodes();
await credentials();
assert.deepEqual(known.filter((name) => !called.has(name)), []);
