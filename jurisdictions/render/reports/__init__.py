"""Reports: rows to the parts that a page and a PDF are both made of."""

from jurisdictions.render.reports.pdf import place_report_pdf

__all__ = ["place_report_pdf"]
