"""Files into documents: decode, tell ticker, date line, titles and headings apart."""

from etl.read.document import document_from_text
from etl.read.files import files_of, read_paths
from etl.read.problem import ReadError, UnreadFile

__all__ = ["ReadError", "UnreadFile", "document_from_text", "files_of", "read_paths"]
