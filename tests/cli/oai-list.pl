#!/usr/bin/perl
# Lists by OAI-PMH with HTTP::OAI::Harvester (Debian: libhttp-oai-perl), as it is used elsewhere.
#
# usage: oai-list.pl BASE-URL VERB [once] NAME=VALUE...
#
# A line an item: identifier, datestamp, "deleted" or "held", names of its sets and of the element
# of its metadata, parted by TAB. With `once` one page is asked for, and its token is the last line.
use strict;
use warnings;
use HTTP::OAI;

my ($base, $verb, @arguments) = @ARGV;
my $once = @arguments && $arguments[0] eq 'once' && shift @arguments;
my $harvester = HTTP::OAI::Harvester->new(baseURL => $base, resume => !$once);
my $show = sub {
    my ($item) = @_;
    my $header = $item->can('header') ? $item->header : $item;
    my $metadata = $item->can('metadata') ? $item->metadata : undef;
    my $dom = $metadata ? $metadata->dom : undef;
    my ($root) = $dom ? $dom->findnodes('./*[local-name() = "metadata"]/*') : ();
    print join("\t", $header->identifier, $header->datestamp, $header->status || 'held',
        join(' ', map { ref $_ ? $_->setSpec : $_ } $header->setSpec), $root ? $root->nodeName : ''), "\n";
};
my $answer = $harvester->$verb(onRecord => $show, map { split /=/, $_, 2 } @arguments);
die $answer->message . "\n" if $answer->is_error;
for my $error ($answer->errors) { print join("\t", 'error', $error->code), "\n"; }
my $token = $once && $answer->resumptionToken;
print join("\t", 'token', $token->resumptionToken || ''), "\n" if $token;
