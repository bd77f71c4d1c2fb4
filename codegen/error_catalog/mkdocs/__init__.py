"""The plugin for MkDocs: the pages of a catalog inside any Material site, rendered in memory.

plugin      what MkDocs calls, in the order of a build
site        which pages a catalog has, and what each shows
pages       a page of MkDocs that is rendered from our templates
navigation  the navigation in each language
search      what the search knows, and where its worker is
sitemap     the alternates of each page
missing     the page for missing pages
differences what was published, compared with what the catalog says
templates/  the content of the pages
theme/      what is added to the theme: the frame of our pages, styles, scripts
"""
