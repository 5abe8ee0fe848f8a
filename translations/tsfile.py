# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads and writes Qt's translation files in the form that lupdate gives them, so that a merge changes few lines."""
import re
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape


def read(path):
    return ElementTree.parse(path).getroot()


def messages(root):
    """Yields (context name, message element) for every entry."""
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message


def translation_of(message):
    """The text; of an entry with plural forms the last one, for many. Empty when a form is missing."""
    node = message.find("translation")
    if node is None:
        return ""
    forms = node.findall("numerusform")
    if any(not form.text for form in forms):
        return ""
    return (forms[-1].text if forms else node.text) or ""


def translate(message, *forms):
    """Sets the text; an entry that counts takes all its forms, one for Chinese."""
    node = message.find("translation")
    if node is None:
        node = ElementTree.SubElement(message, "translation")
    for child in list(node):
        node.remove(child)
    node.attrib.pop("type", None)
    if message.get("numerus") == "yes":
        node.text = None
        for form in forms:
            ElementTree.SubElement(node, "numerusform").text = form
    else:
        node.text = forms[0]


def markers(text):
    """The placeholders of a text, each as often as it occurs."""
    return sorted(re.findall(r"%(?:L?\d+|n)", text))


def _text(value):
    """Escaped as lupdate does it: blanks outside ASCII by number, so that they can be seen."""
    text = escape(value or "", {'"': "&quot;", "'": "&apos;"})
    return "".join(f"&#x{ord(c):x};" if ord(c) > 0x7F and c.isspace() else c for c in text)


def _attributes(node):
    return "".join(f' {key}="{_text(value)}"' for key, value in node.attrib.items())


def write(root, path):
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", f"<TS{_attributes(root)}>"]
    for context in root.iter("context"):
        lines += ["<context>", f"    <name>{_text(context.findtext('name'))}</name>"]
        for message in context.iter("message"):
            lines.append(f"    <message{_attributes(message)}>")
            for node in message:
                forms = node.findall("numerusform")
                if forms:
                    lines.append(f"        <{node.tag}{_attributes(node)}>")
                    lines += [f"            <numerusform>{_text(form.text)}</numerusform>" for form in forms]
                    lines.append(f"        </{node.tag}>")
                else:
                    lines.append(f"        <{node.tag}{_attributes(node)}>{_text(node.text)}</{node.tag}>")
            lines.append("    </message>")
        lines.append("</context>")
    lines.append("</TS>")
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("\n".join(lines) + "\n")
