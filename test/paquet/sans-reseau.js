// Préchargé avant ctg : toute tentative de joindre le réseau échoue, et la présence de ce garde se prouve par un fichier.
import dns from 'node:dns';
import { writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const refuse = (name) => () => {
  throw new Error(`réseau interdit : ${name}`);
};
net.Socket.prototype.connect = refuse('net.connect');
net.connect = net.createConnection = refuse('net.connect');
tls.connect = refuse('tls.connect');
http.request = http.get = refuse('http.request');
https.request = https.get = refuse('https.request');
dns.lookup = dns.resolve = refuse('dns');
dns.promises.lookup = dns.promises.resolve = refuse('dns');
globalThis.fetch = refuse('fetch');
syncBuiltinESMExports();

writeFileSync(process.env.CTG_TEMOIN, 'garde en place');
