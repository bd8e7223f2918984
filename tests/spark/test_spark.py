"""The Spark job on two executors: what goes in comes out, whatever dies on the way.

MATN_CLI names the command's script, installed from the packed package.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLE = HERE.parent.parent / "examples" / "spark"
sys.path[:0] = [str(EXAMPLE), str(HERE)]

from pyspark.sql import SparkSession  # noqa: E402

import articles  # noqa: E402
import fragile  # noqa: E402
import matn_job  # noqa: E402
from matn_process import MatnProcess  # noqa: E402

COUNT = 20_000
MATN = ["node", os.environ["MATN_CLI"]]
# Records with a fate of their own; the others are articles.
POISONED, ENDS_MATN_ONCE, ENDS_EXECUTOR_ONCE, EMPTY, NOISE = 4_321, 7_000, 10_000, 12_345, 17_777


def record(number):
    if number == NOISE:
        return number, None, bytes((at * 7919) % 256 for at in range(4000))
    fates = {POISONED: fragile.POISON, ENDS_MATN_ONCE: fragile.ONCE, ENDS_EXECUTOR_ONCE: fragile.EXECUTOR}
    page = articles.page(number)
    return number, "" if number == EMPTY else page.replace("شیئر کریں", fates.get(number, "شیئر کریں")), None


class Job(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="matn-spark-"))
        # A small cluster on this machine: the executors are processes of their own, so that one can be ended.
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.executor.memory", "768m")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.log.level", "ERROR")
            .getOrCreate()
        )
        cls.spark.sparkContext.addPyFile(str(HERE / "articles.py"))
        cls.spark.sparkContext.addPyFile(str(HERE / "fragile.py"))

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def test_as_many_records_come_out_as_went_in(self):
        source, out = str(self.folder / "records"), str(self.folder / "cleaned")
        rows = self.spark.sparkContext.range(COUNT, numSlices=16).map(record)
        made = self.spark.createDataFrame(rows, "id long, input string, content binary")
        made.selectExpr("id", "input", "base64(content) base64").write.parquet(source)

        fates = self.folder / "fates"
        fates.mkdir()
        command = [sys.executable, str(HERE / "fragile.py"), str(fates), *MATN]
        counts = matn_job.clean(self.spark, matn_job.read_records(self.spark, source), out, command)

        self.assertEqual(counts, {"articles": COUNT - 3, "errors": 3})
        found = self.spark.read.parquet(f"{out}/articles")
        self.assertEqual(found.select("id").distinct().count(), COUNT - 3)
        errors = self.spark.read.parquet(f"{out}/errors").collect()
        self.assertEqual(
            {row.id: row.code for row in errors}, {POISONED: "internal", EMPTY: "empty-input", NOISE: "bad-encoding"}
        )
        self.assertEqual(sorted(path.name for path in fates.iterdir()), ["executor", "once"])
        self.assertEqual(sorted(path.name for path in Path(out).iterdir()), ["articles", "errors"])
        for number in (0, ENDS_MATN_ONCE, ENDS_EXECUTOR_ONCE, COUNT - 1):
            (row,) = found.where(found.id == number).collect()
            self.assertIn(f"نمبر {number}", row.title)
            article = json.loads(row.article)
            self.assertEqual(row.text, "\n\n".join(block["text"] for block in article["blocks"]))
            self.assertNotIn("جواب دیں", row.text)

    def test_a_folder_of_pages_is_read_with_its_addresses_as_ids(self):
        pages = self.folder / "pages"
        (pages / "deep").mkdir(parents=True)
        (pages / "one.txt").write_text(articles.page(1), encoding="utf-8")
        (pages / "deep" / "two.html").write_text(f"<p>{articles.page(2)}", encoding="utf-16")
        (pages / "notes.pdf").write_text("")
        out = str(self.folder / "cleaned-pages")
        command = [sys.executable, str(EXAMPLE / "matn_job.py"), "--pages", str(pages), "--out", out]
        printed = subprocess.run([*command, "--matn", shlex.join(MATN)], capture_output=True, text=True, check=True).stdout
        self.assertEqual(json.loads(printed), {"articles": 2, "errors": 0})
        ids = [row.id for row in self.spark.read.parquet(f"{out}/articles").collect()]
        self.assertEqual(sorted(address.rsplit("/", 1)[1] for address in ids), ["one.txt", "two.html"])


class Process(unittest.TestCase):
    def test_a_command_that_cannot_work_says_what_to_look_at(self):
        with self.assertRaisesRegex(RuntimeError, "is Node 20 there"):
            next(MatnProcess(["false"]).answers([{"input": "x"}]))

    def test_answers_that_nobody_took_are_not_given_to_the_next_records(self):
        process = MatnProcess(MATN)
        next(process.answers({"input": articles.page(number)} for number in range(100)))
        (answer,) = [answer for _, answer in process.answers([{"input": articles.page(500)}])]
        self.assertIn("نمبر 500", answer["article"]["title"])
        process.stop()


if __name__ == "__main__":
    unittest.main(verbosity=2, warnings="ignore")
