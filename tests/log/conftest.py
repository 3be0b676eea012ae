"""The suite that every back end passes explains its failures like any other test."""

import pytest

pytest.register_assert_rewrite("tests.log.contract")
