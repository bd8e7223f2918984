/** What matn is measured against, in the versions that the files of this folder pin. */

import { join } from "node:path";
import { python } from "../../tools/python.js";
import { must, root } from "../../tools/run.js";
import { packages } from "../../tools/setup.js";

const folder = "benches/peers";

/** Installs and builds what is not there yet, and gives the programs. */
export async function installed() {
  await packages(folder);
  const program = await python("peers/python", `${folder}/requirements.txt`, ["urduhack==1.1.1"]);
  const target = join(root, "target/peers/native");
  const manifest = join(root, folder, "native/Cargo.toml");
  await must("cargo", ["build", "--release", "--locked", "--quiet", "--manifest-path", manifest], {
    env: { CARGO_TARGET_DIR: target },
    quiet: true,
  });
  return { python: program, native: join(target, "release/matn-peers") };
}
