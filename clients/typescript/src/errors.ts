/** A call was refused. Each code of core.errors has a class of its own, in api.ts. */
export class GamekeeperError extends Error {
  readonly code: string = "";

  constructor(
    message: string,
    /** The HTTP status that was answered. */
    readonly status: number,
    readonly detail: Record<string, unknown>,
    readonly hint: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The feed does not have any more what comes next: read the session anew, then follow from `first - 1`. */
export class Gap extends Error {
  constructor(
    readonly last: number,
    readonly first: number,
  ) {
    super(`after ${last} the feed goes on with ${first}`);
    this.name = "Gap";
  }
}

/** The call is about all that one server has: say which, with `shards.only(name)`. */
export class NoWay extends Error {
  constructor(readonly called: string) {
    super(`${called} is about all that one server has; say which, with shards.only(name)`);
    this.name = "NoWay";
  }
}
