// CensusFlow's REST as a department needs it. Every call may be repeated: after a crash the same
// task and the same file find their delivery again, with the parts that have arrived.

import { createHash } from "node:crypto";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Records of a CSV file in which no field holds a line break. */
const records = (file) => file.toString().trimEnd().split("\n").length - 1;

export class Census {
  #address;
  #authorization;

  constructor(address, user, password) {
    this.#address = address;
    this.#authorization = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  }

  /** Delivers a file for a request and answers with the receipt. */
  async answer(requestId, taskId, file) {
    const request = await this.#call("GET", `/api/record-requests/${requestId}`);
    await this.#refuseUnchanged(request, sha256(file));
    const manifest = { count: records(file), sha256: sha256(file) };
    const delivery = await this.#call("POST", `/api/record-requests/${requestId}/deliveries`, {
      clientKey: `${taskId}-${manifest.sha256.slice(0, 16)}`,
      asOf: request.asOf,
      mode: "replace",
      ...manifest,
    });
    const path = `/api/deliveries/${delivery.deliveryId}`;
    const parts = await this.#upload(delivery, path, file);
    const receipt = await this.#call("POST", `${path}/close`, { parts, ...manifest });
    if (receipt.state === "quarantined") {
      throw new Error(`The file cannot be read: ${receipt.reason}`);
    }
    return receipt;
  }

  /** What was returned would only be returned again. */
  async #refuseUnchanged(request, hash) {
    if (request.state === "returned") {
      const last = await this.#call("GET", `/api/deliveries/${request.lastDelivery}/receipt`);
      if (last.sha256 === hash) {
        throw new Error(`Returned, and unchanged since: ${request.reason}`);
      }
    }
  }

  /** Puts the parts that the server does not have yet, and says how many there are. */
  async #upload({ state, partBytes, parts: arrived }, path, file) {
    const there = new Set(arrived.map((part) => part.number));
    const parts = Math.ceil(file.length / partBytes);
    for (let number = 1; number <= parts && state === "open"; number++) {
      const part = file.subarray((number - 1) * partBytes, number * partBytes);
      if (!there.has(number)) {
        await this.#call("PUT", `${path}/parts/${number}`, part);
      }
    }
    return parts;
  }

  async #call(method, path, body) {
    const headers = { Authorization: this.#authorization };
    if (Buffer.isBuffer(body)) {
      headers["Content-Type"] = "application/octet-stream";
      headers["X-Content-SHA256"] = sha256(body);
    } else if (body) {
      headers["Content-Type"] = "application/json";
      body = JSON.stringify(body);
    }
    const answer = await fetch(this.#address + path, { method, headers, body });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return text && JSON.parse(text);
  }
}
