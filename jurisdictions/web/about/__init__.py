"""About the tracker."""
