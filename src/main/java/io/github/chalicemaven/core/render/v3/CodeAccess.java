package io.github.chalicemaven.core.render.v3;

/** How a deployment role reads the code of the packaged application. */
interface CodeAccess {

  /** What the wildcard in the keys of its objects stands for. */
  String KEYS = "objects in the application bucket, whose keys are hashes";

  /** Lets a role read it, by a policy that other roles may hold too. */
  void allowReading(Grants grants, Role role, Role.Policy policy);
}
