from tests.support.day import empty_stage, stage

__all__ = ["empty_stage", "stage"]
