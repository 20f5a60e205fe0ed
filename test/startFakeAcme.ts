interface Job {
  readonly startedAt: number;
}

/** Starts the `Backend` example's service, in which a job takes five seconds on the service's clock. */
export function startFakeAcme() {
  const jobs: Job[] = [];
  const faults = new Map<string, "refused" | "lost">();
  let now = 0;
  let isMixedUp = false;

  function tell(index: number): Response {
    const job = jobs[index];
    if (!job) return new Response(null, { status: 404 });
    const isDone = now - job.startedAt >= 5_000;
    const files = ["https://files.acme.example/1.png"];
    const id = `job-${index + 1}`;
    return Response.json(isDone ? { id, state: "done", files } : { id, state: "running" });
  }

  async function answer(request: Request): Promise<Response> {
    if (request.method === "GET") {
      const index = Number(request.url.split("/job-")[1]) - 1;
      const isOther = isMixedUp;
      isMixedUp = false;
      return tell(isOther ? jobs.findIndex((_, at) => at !== index) : index);
    }
    const { model } = (await request.json()) as { model: string };
    if (model !== "acme-1") return new Response(null, { status: 404 });
    return tell(jobs.push({ startedAt: now }) - 1);
  }

  return {
    jobs,
    advance: (ms: number) => void (now += ms),
    breakNext: (call: "submit" | "status", fault: "refused" | "lost") =>
      void faults.set(call, fault),
    mixUpNext: () => void (isMixedUp = true),
    fetch: (async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const call = request.method === "POST" ? "submit" : "status";
      const fault = faults.get(call);
      faults.delete(call);
      if (fault === "refused") return new Response("slow down", { status: 429 });
      const response = await answer(request);
      return fault === "lost" ? new Response('{"id":') : response;
    }) satisfies typeof fetch,
  };
}
