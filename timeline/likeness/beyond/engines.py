"""Where Splink works: DuckDB in this process, or Spark as it is set up; by default, on this machine alone."""

from __future__ import annotations

from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.likeness.beyond.model import Model

Pairs: TypeAlias = "Callable[..., list[tuple[int, int, float]]]"
"""What finds, by a model, the numbers of the rows that are likely one, with the probability.

It is given the model and the rows; or, for a table that is kept elsewhere, the path of a Parquet file with these rows.
"""

BACKENDS = ("duckdb", "spark")

_DUCKDB = {"common": "list_intersect", "size": "len"}
_SPARK = {"common": "array_intersect", "size": "size"}

_NO_PUSHING = ("spark.sql.optimizer.excludedRules", "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates")
"""Spark would move the least probability down into the join of pairs, written out in terms of what it is made of, where
every comparison of arrays stands some ten times and is worked out as often."""


@contextmanager
def engine(backend: str, master: str = "") -> Iterator[Pairs]:
    """Start an engine and yield what finds pairs by it; `master` is Spark's, which works here where none is named."""
    with _duckdb() if backend == "duckdb" else _spark(master) as (api, dialect, opened):

        def pairs(model: Model, rows: Sequence[Any], path: str = "") -> list[tuple[int, int, float]]:
            return _pairs(api, dialect, model, rows, opened(path) if path else table_of(rows))

        yield pairs


def _pairs(
    api: Any, dialect: dict[str, str], model: Model, rows: Sequence[Any], table: Any
) -> list[tuple[int, int, float]]:
    """Return the numbers of rows that are likely one, with the probability."""
    from splink import Linker

    linker = Linker(api.register(table), model.settings(rows, dialect), log_level=None)
    found = linker.inference.predict(threshold_match_probability=model.enough, warning_mode="never").as_pyarrow_table()
    columns = (found.column(name).to_pylist() for name in ("number_l", "number_r", "match_probability"))
    return list(zip(*columns, strict=True))


@contextmanager
def _duckdb() -> Iterator[tuple[Any, dict[str, str], Callable[[str], Any]]]:
    import duckdb
    from splink import DuckDBAPI

    with TemporaryDirectory(prefix="timeline-") as scratch:
        settings = {
            "autoinstall_known_extensions": "false",  # it must fetch nothing
            "autoload_known_extensions": "false",
            "temp_directory": scratch,  # for what memory cannot hold; else it is the working folder
        }
        with duckdb.connect(":memory:", config=settings) as connection:
            yield DuckDBAPI(connection), _DUCKDB, connection.from_parquet


@contextmanager
def _spark(master: str) -> Iterator[tuple[Any, dict[str, str], Callable[[str], Any]]]:
    """Begin a session, or use the one that is there.

    Without a master it works on this machine alone, where nothing listens to the network. What else Spark needs to know
    stands in its own files and variables (`spark-defaults.conf`, `SPARK_CONF_DIR`).
    """
    from pyspark.sql import SparkSession
    from splink import SparkAPI

    there = SparkSession.getActiveSession()
    session = there or _configured(SparkSession.builder, master).getOrCreate()
    try:
        # No function of Java's own is needed, and none is loaded.
        api = SparkAPI(spark_session=session, break_lineage_method="persist", register_udfs_automatically=False)
        with _set(session, *_NO_PUSHING):
            yield api, _SPARK, session.read.parquet
    finally:
        if there is None:
            session.stop()


@contextmanager
def _set(session: Any, name: str, value: str) -> Iterator[None]:
    """Set what a session is told, for a while, beside what it was told already."""
    before = session.conf.get(name, "")
    session.conf.set(name, ",".join(filter(None, (before, value))))
    try:
        yield
    finally:
        if before:
            session.conf.set(name, before)
        else:
            session.conf.unset(name)


def _configured(builder: Any, master: str) -> Any:
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
    if not master:
        here = "127.0.0.1"
        settings |= {"spark.driver.host": here, "spark.driver.bindAddress": here, "spark.sql.shuffle.partitions": "8"}
    builder = builder.appName("timeline suggest").master(master or "local[*]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder


def table_of(rows: Sequence[Any]) -> Any:
    """Return rows, named tuples of one kind, as an Arrow table."""
    import pyarrow as pa

    kinds = {
        int: pa.int64(),
        float: pa.float64(),
        bool: pa.bool_(),
        str: pa.string(),
        list[int]: pa.list_(pa.int64()),
        list[str]: pa.list_(pa.string()),
    }
    fields = get_type_hints(type(rows[0])).items()
    columns = zip(fields, zip(*rows, strict=True), strict=True)
    return pa.table({name: pa.array(values, kinds[kind]) for (name, kind), values in columns})
