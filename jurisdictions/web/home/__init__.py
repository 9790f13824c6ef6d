"""The home of the tracker."""
