"""What people read: days, labels, sentences, the words of forms and of the glossary."""
