"""Every table in one place, for whoever needs the whole schema."""

from sqlmodel import SQLModel

from storage import articles, claims, events, evidence, files, posts, reviews, servers, sources

MODULES = (articles, claims, events, evidence, files, posts, reviews, servers, sources)
metadata = SQLModel.metadata
