"""Cleans a corpus: pages or records in, Parquet of articles and of errors out.

spark-submit matn_job.py --pages DIR --out DIR
spark-submit matn_job.py --records PARQUET --out DIR
"""

import argparse
import json
import shlex
from functools import partial
from pathlib import Path

from matn_process import shared
from pyspark.sql import SparkSession
from pyspark.sql.functions import base64, col
from pyspark.sql.types import StringType, StructField, StructType

PAGES = "*.{txt,html,htm,mht,mhtml}"
# What a record may have beside its id.
PARTS = ("input", "base64", "as", "url")


def main():
    arguments = parse_arguments()
    spark = SparkSession.builder.appName("matn").getOrCreate()
    records = read_pages(spark, arguments.pages) if arguments.pages else read_records(spark, arguments.records)
    print(json.dumps(clean(spark, records, arguments.out, shlex.split(arguments.matn))))


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--pages", metavar="DIR", help=f"a folder of {PAGES}; a page's id is its address")
    source.add_argument("--records", metavar="PARQUET", help="columns id and input, or base64, and perhaps as and url")
    parser.add_argument("--out", required=True, metavar="DIR", help="gets articles/ and errors/; must not exist")
    parser.add_argument("--matn", default="matn", metavar="COMMAND", help='on each executor (default: "matn")')
    return parser.parse_args()


def read_pages(spark, folder):
    """Pages as bytes: matn finds out their encoding."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").option("pathGlobFilter", PAGES)
    return files.load(folder).select(col("path").alias("id"), base64("content").alias("base64"))


def read_records(spark, path):
    records = spark.read.parquet(path)
    return records.select("id", *[name for name in PARTS if name in records.columns])


def clean(spark, records, out, command=("matn",)):
    """Writes `out`/articles and `out`/errors, and returns how many records there were of each."""
    for module in (__file__, Path(__file__).with_name("matn_process.py")):
        spark.sparkContext.addPyFile(str(module))
    strings = ["title", "published", "text", "article", "code", "message"]
    schema = StructType([records.schema["id"], *[StructField(name, StringType()) for name in strings]])
    results = spark.createDataFrame(records.rdd.mapPartitions(partial(clean_partition, list(command))), schema)
    # Both outputs come from one pass: what has been read once is not read again.
    both = f"{out}/_both"
    results.write.parquet(both)
    results = spark.read.schema(schema).parquet(both)
    articles = results.where(col("article").isNotNull()).select("id", "title", "published", "text", "article")
    errors = results.where(col("article").isNull()).select("id", "code", "message")
    articles.write.parquet(f"{out}/articles")
    errors.write.parquet(f"{out}/errors")
    delete(spark, both)
    return {
        "articles": spark.read.parquet(f"{out}/articles").count(),
        "errors": spark.read.parquet(f"{out}/errors").count(),
    }


def clean_partition(command, rows):
    """A row of the results for each row, in the columns' order."""
    for row, answer in shared(command).answers(map(Record, rows)):
        if "article" in answer:
            article = answer["article"]
            text = "\n\n".join(block["text"] for block in article["blocks"] if block["text"])
            written = json.dumps(article, ensure_ascii=False)
            yield row.id, article["title"], article["published"], text, written, None, None
        else:
            error = answer["error"]
            yield row.id, None, None, None, None, error["code"], error["message"]


class Record(dict):
    """What matn is asked; the id stays here, of whatever type it is."""

    def __init__(self, row):
        super().__init__((name, row[name]) for name in PARTS if name in row)
        self.id = row.id


def delete(spark, path):
    hadoop = spark.sparkContext._jvm.org.apache.hadoop.fs
    target = hadoop.Path(path)
    target.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).delete(target, True)


if __name__ == "__main__":
    main()
