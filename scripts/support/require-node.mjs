// Plain JavaScript, because an older Node cannot even read a .ts file: npm scripts load this with --import before anything else.
const needed = 24;
const found = process.versions.node;

if (Number.parseInt(found, 10) < needed) {
  process.stderr.write(
    [
      `ต้องใช้ Node.js รุ่น ${needed} ขึ้นไป เครื่องนี้เป็นรุ่น ${found} ค่ะ`,
      `วิธีแก้: รัน npm ci แล้วสั่งด้วย npm run … (มี Node ${needed} มาให้) หรือติดตั้ง Node ${needed} จาก https://nodejs.org ค่ะ`,
      `Node.js ${needed} or newer is needed; this is ${found}.`,
      `Remedy: run npm ci and start through npm run … (it brings Node ${needed} along), or install Node ${needed} from https://nodejs.org.`,
      "",
    ].join("\n"),
  );
  process.exit(1);
}
