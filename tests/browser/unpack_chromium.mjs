// Unpacks the Chromium inside @sparticuz/chromium, and the libraries and fonts that a bare machine lacks, into a folder.
//
// node unpack_chromium.mjs FOLDER

import { writeFile } from "node:fs/promises";
import { join } from "node:path";

const [folder] = process.argv.slice(2);

// The package unpacks into the temporary folder, and its libraries only where it believes to be on Amazon's Lambda.
process.env.TMPDIR = folder;
process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";

const { default: chromium } = await import("@sparticuz/chromium");
await chromium.executablePath();

// The package's own list of fonts names folders of Lambda's.
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
`;
await writeFile(join(folder, "fonts", "fonts.conf"), fonts);
